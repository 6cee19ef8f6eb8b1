import { hashPassword, verifyPassword } from './password-hash.js';

const cheap = { memory: 64, passes: 1, parallelism: 1 };

describe('a password', () => {
  it('is kept as argon2id with its cost, and recognised', async () => {
    const hash = await hashPassword('geheim én lang');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await verifyPassword('geheim én lang', hash)).toBe(true);
    expect(await verifyPassword('geheim en lang', hash)).toBe(false);
  });

  it('is the same however its accents are typed', async () => {
    const hash = await hashPassword('caf\u00e9', cheap);
    expect(await verifyPassword('cafe\u0301', hash)).toBe(true);
  });

  it('has another hash each time', async () => {
    expect(await hashPassword('a', cheap)).not.toBe(await hashPassword('a', cheap));
  });

  it('is recognised by the cost of its own hash', async () => {
    expect(await verifyPassword('a', await hashPassword('a', cheap))).toBe(true);
  });

  it('is never compared with something else', async () => {
    await expect(verifyPassword('a', 'a')).rejects.toThrow('argon2id');
  });
});
