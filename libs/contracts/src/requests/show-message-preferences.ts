import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { messagePreferenceSchema } from '../message-preference.js';

/** What who asks wants to be mailed, per import; what was never chosen has its default (SCREENS §6). */
export const ShowMessagePreferences = defineRequest({
  name: 'ShowMessagePreferences',
  summary: 'Show what the person who asks wants to be mailed.',
  service: 'notifier',
  payload: z.object({ importIds: z.array(z.string()).max(1_000) }),
  reply: z.object({ preferences: z.array(messagePreferenceSchema) }),
  example: { importIds: ['duo', 'lrk'] },
});
