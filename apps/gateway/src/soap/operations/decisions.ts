import { ChangePublicationAction, LinkOrganisation, SaveImportNote } from '@gids/contracts';
import { z } from 'zod';
import { changeRecord, recordShape } from '../find-record.js';
import { actionChoice, recordLine, toRecordLine } from '../record-line.js';
import { defineSoapOperation } from '../soap-operation.js';
import { actionLabels, codeOf, free, wholeNumber } from '../values.js';

const output = z.object({ Regel: recordLine });

/** WijzigPublicatieActie (S2:109, R89): acts at once (A31). A link is never ended in passing (A18). */
export const changeAction = defineSoapOperation({
  name: 'WijzigPublicatieActie',
  documentation: 'Wijzigt de publicatieactie van een record; dat werkt meteen. Een gekoppeld record moet eerst worden ontkoppeld.',
  input: z.object({ ...recordShape, PublicatieActie: actionChoice }),
  output,
  faults: ['GeenImportrecht', 'OnbekendeOrganisatie', 'GekoppeldConflict', 'NietToegestaan'],
  groups: ['importbeheerder'],
  perform: async (given, call) => {
    const order = { publicationAction: codeOf(actionLabels, given.PublicatieActie), unlink: false, by: call.caller.name };
    const record = await changeRecord(given, call, ({ id, version }) => call.ask(ChangePublicationAction, { id, version, ...order }));
    return { Regel: toRecordLine(record) };
  },
});

/** KoppeldeAanG!dsOrganisatie (S2:110, R90); nil ends the link. */
export const linkOrganisation = defineSoapOperation({
  name: 'KoppeldeAanGidsOrganisatie',
  documentation: 'KoppeldeAanG!dsOrganisatie; een uitroepteken kan niet in een XML-naam. Koppelt een record met de actie "NIET zichtbaar maken na import" aan een beheerde organisatie. Met xsi:nil wordt het ontkoppeld.',
  input: z.object({ ...recordShape, GekoppeldeGidsOrganisatieID: wholeNumber('G!DS-ID van de beheerde organisatie; nil om te ontkoppelen.').nullable() }),
  output,
  faults: ['GeenImportrecht', 'OnbekendeOrganisatie', 'NietToegestaan'],
  groups: ['importbeheerder'],
  perform: async (given, call) => {
    const target = given.GekoppeldeGidsOrganisatieID;
    const order = { ...(target !== null && { gidsId: target }), by: call.caller.name };
    const record = await changeRecord(given, call, ({ id, version }) => call.ask(LinkOrganisation, { id, version, ...order }));
    return { Regel: toRecordLine(record) };
  },
});

/** ImportToelichtingOpslaan (S2:111, R91). */
export const saveNote = defineSoapOperation({
  name: 'ImportToelichtingOpslaan',
  documentation: 'Slaat de toelichting van de importbeheerder bij een record op; een lege toelichting haalt haar weg.',
  input: z.object({ ...recordShape, ImportToelichting: free(4_000, 'De toelichting; ten hoogste 4.000 tekens.') }),
  output,
  faults: ['GeenImportrecht', 'OnbekendeOrganisatie', 'NietToegestaan'],
  groups: ['importbeheerder'],
  perform: async (given, call) => {
    const order = { note: given.ImportToelichting, by: call.caller.name };
    const record = await changeRecord(given, call, ({ id, version }) => call.ask(SaveImportNote, { id, version, ...order }));
    return { Regel: toRecordLine(record) };
  },
});
