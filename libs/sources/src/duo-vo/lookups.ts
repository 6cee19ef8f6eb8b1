import { eachOf } from '../value-table.js';

/** Parts of ONDERWIJSSTRUCTUUR, which joins them by `/`: `VBO/MAVO/HAVO/VWO`. */
export const educationStructure = eachOf(
  { BRUGJAAR: 'brugjaar', PRO: 'praktijkonderwijs', VBO: 'vbo', MAVO: 'mavo', HAVO: 'havo', VWO: 'vwo' },
  '/',
);
