/** Why a run failed for a reason that is not in its file; refusals of a file have codes of their own. */
export const runProblems = {
  deadline: {
    code: 'DEADLINE',
    message: 'De run is niet binnen de toegestane tijd klaar gekomen en is beëindigd. Start de import opnieuw; bekijk de dode berichten als dit vaker gebeurt.',
  },
  unexpected: {
    code: 'UNEXPECTED',
    message: 'De run is door een onverwachte fout gestopt. De beheerder vindt de oorzaak in het logboek. Er is niets gewijzigd.',
  },
  unexpectedWhileSending: {
    code: 'UNEXPECTED',
    message:
      'De run is door een onverwachte fout gestopt toen een deel van de wijzigingen al verstuurd was. De beheerder vindt de oorzaak in het logboek. ' +
      'Start de import daarna opnieuw: die verstuurt de rest.',
  },
} as const;
