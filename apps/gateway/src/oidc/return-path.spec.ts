import { isOwnPath } from './return-path.js';

describe('where somebody goes after signing in', () => {
  it.each(['/', '/importbeheer?page=2', '/a//b', '/%2f%2fevil.example'])('is a path of our own: %s', (path) => {
    expect(isOwnPath(path)).toBe(true);
  });

  it.each(['', 'https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', 'importbeheer'])('is never elsewhere: %j', (path) => {
    expect(isOwnPath(path)).toBe(false);
  });
});
