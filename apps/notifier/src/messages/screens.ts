/** Where the screens are that messages link to, under the address of this installation. */
export class Screens {
  /** @param baseUrl without a slash at its end */
  constructor(private readonly baseUrl: string) {}

  run = (runId: string): string => `${this.baseUrl}/importruns/${encodeURIComponent(runId)}`;
  source = (sourceId: string): string => `${this.baseUrl}/importbronnen/${encodeURIComponent(sourceId)}`;
  review = (importId: string): string => `${this.baseUrl}/beoordelen?import=${encodeURIComponent(importId)}`;
  record = (importRecordId: number): string => `${this.baseUrl}/beoordelen/${importRecordId}`;
  comparison = (importRecordId: number): string => `${this.baseUrl}/gekoppelde-wijzigingen/${importRecordId}`;
  comparisons = (): string => `${this.baseUrl}/gekoppelde-wijzigingen`;
  organisation = (gidsId: number): string => `${this.baseUrl}/gids-organisaties/${gidsId}`;
  imports = (): string => `${this.baseUrl}/importbeheer`;
  deliveries = (): string => `${this.baseUrl}/bezorgingen`;
  preferences = (): string => `${this.baseUrl}/instellingen/meldingen`;
  unsubscribing = (token: string): string => `${this.baseUrl}/v1/afmeldingen/${token}`;
}
