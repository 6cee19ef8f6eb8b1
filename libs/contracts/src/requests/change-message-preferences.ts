import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { messagePreferenceSchema } from '../message-preference.js';

/** What who asks wants to be mailed from now on; imports that are not named stay as they are. */
export const ChangeMessagePreferences = defineRequest({
  name: 'ChangeMessagePreferences',
  summary: 'Change what the person who asks wants to be mailed.',
  service: 'notifier',
  payload: z.object({ preferences: z.array(messagePreferenceSchema).min(1).max(1_000) }),
  reply: z.object({ preferences: z.array(messagePreferenceSchema) }),
  example: {
    preferences: [{ importId: 'duo', runReport: 'WHEN_TO_DO', linkedChanges: true, productChanges: true, problemReports: true, weeklyReminder: false }],
  },
});
