import { readConfig } from './config.js';
import { processSettings } from './settings.js';

describe('the settings of a process', () => {
  it('stand by themselves', () => {
    expect(readConfig(processSettings, {})).toMatchObject({ GIDS_PREFETCH: 4, GIDS_POOL_SIZE: 10 });
  });

  it.each([4, 3])('refuse %i connections for four frames in hand, and say why', (connections) => {
    expect(() => readConfig(processSettings, { GIDS_PREFETCH: '4', GIDS_POOL_SIZE: String(connections) })).toThrow(/GIDS_POOL_SIZE.*meer verbindingen dan GIDS_PREFETCH/s);
  });

  it('allow one more connection than frames', () => {
    expect(readConfig(processSettings, { GIDS_PREFETCH: '4', GIDS_POOL_SIZE: '5' })).toMatchObject({ GIDS_POOL_SIZE: 5 });
  });
});
