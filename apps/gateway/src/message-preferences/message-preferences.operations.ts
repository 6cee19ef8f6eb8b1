import { exampleLinks } from '../api/examples.js';
import { preferenceExample } from '../api/inbox-examples.js';
import { preferencesChangeSchema, preferencesSchema, toPreference } from '../api/message-preference.js';
import { defineOperation } from '../http/operation.js';

const tag = 'Meldingen';
const example = { voorkeuren: [toPreference(preferenceExample)], _links: { self: exampleLinks.messagePreferences() } };

export const showMessagePreferences = defineOperation({
  id: 'toonMeldingsvoorkeuren',
  method: 'get',
  path: '/meldingsvoorkeuren',
  tag,
  summary: 'Toon wat u per e-mail krijgt, per import',
  input: {},
  success: { status: 200, description: 'Uw voorkeuren; wat u nooit koos, staat er zoals het vanzelf is.', schema: preferencesSchema, example },
});

export const changeMessagePreferences = defineOperation({
  id: 'wijzigMeldingsvoorkeuren',
  method: 'put',
  path: '/meldingsvoorkeuren',
  tag,
  summary: 'Kies wat u per e-mail krijgt, per import',
  input: { body: preferencesChangeSchema },
  success: { status: 200, description: 'Al uw voorkeuren, zoals ze geworden zijn.', schema: preferencesSchema, example },
});
