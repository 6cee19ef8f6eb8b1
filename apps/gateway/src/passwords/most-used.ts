/**
 * Passwords of twelve or more characters that attackers try first: the long ones of published lists, and what people in the
 * Netherlands make of them. Compared in lower case.
 */
export const mostUsed: ReadonlySet<string> = new Set([
  '000000000000', '111111111111', '112233445566', '121212121212', '123123123123', '123412341234', '123456789012', '1234567890123',
  '12345678901234', '1234567891011', '123456789123', '1q2w3e4r5t6y', '1qaz2wsx3edc', '1qazxsw23edc', '987654321098', 'a1b2c3d4e5f6',
  'aaaaaaaaaaaa', 'abc123abc123', 'abcd12345678', 'abcdefghijkl', 'abcdefghijklm', 'administrator', 'administrator1', 'amsterdam123',
  'amsterdam1234', 'amsterdam2024', 'amsterdam2025', 'amsterdam2026', 'asdfasdfasdf', 'asdfghjkl123', 'bibliotheek01', 'bibliotheek1',
  'bibliotheek12', 'bibliotheek123', 'bibliotheek2024', 'bibliotheek2025', 'bibliotheek2026', 'changeme1234', 'changemenow1',
  'computer1234', 'correcthorsebatterystaple', 'feyenoord123', 'feyenoord1908', 'football1234', 'geheim123456', 'geheimgeheim',
  'iloveyou1234', 'iloveyouiloveyou', 'letmein123456', 'letmeinplease', 'nederland123', 'nederland2024', 'nederland2025', 'nederland2026',
  'p@ssw0rd1234', 'passw0rd1234', 'password1234', 'password12345', 'password123456', 'password2024', 'password2025', 'password2026',
  'passwordpassword', 'princess1234', 'q1w2e3r4t5y6', 'qazwsxedcrfv', 'qwerty123456', 'qwerty1234567', 'qwertyqwerty', 'qwertyuiop12',
  'qwertyuiop123', 'qwertyuiop[]', 'qwertyuiopas', 'qwertyuiopasdfghjkl', 'rotterdam010', 'rotterdam123', 'sinterklaas1', 'sinterklaas123',
  'supergeheim1', 'supergeheim123', 'superman1234', 'unbelievable', 'wachtwoord01', 'wachtwoord1!', 'wachtwoord12', 'wachtwoord123',
  'wachtwoord123!', 'wachtwoord1234', 'wachtwoord2024', 'wachtwoord2025', 'wachtwoord2026', 'wachtwoordwachtwoord', 'welcome12345',
  'welkom123456', 'welkom1234567', 'welkomthuis1', 'welkomwelkom', 'zaq12wsxcde3', 'zaq1zaq1zaq1', 'zomer2024!!!', 'zomervakantie',
  'zonnebloem12', 'zonnebloem123', 'zxcvbnm12345', 'zxcvbnmasdfg',
]);
