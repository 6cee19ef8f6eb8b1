import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunCompleted } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { NotifierUnderTest } from '../testing/notifier-under-test.js';

const day = 24 * 60 * 60_000;

it('N36 messages, what they were made of and the files they were kept in are gone after a year; newer ones stay', async () => {
  const [subject, folder] = await Promise.all([NotifierUnderTest.create(), mkdtemp(join(tmpdir(), 'gids-mail-'))]);
  const settings = { GIDS_DATA_DIR: folder, GIDS_DIGEST_QUIET_SECONDS: '0' };
  const files = () => readdir(join(folder, 'post'));
  try {
    const before = await subject.start(settings);
    await subject.tell(RunCompleted, RunCompleted.example, randomUUID());
    await eventually(async () => (await files()).length === 1);
    await writeFile(join(folder, 'post', 'lees-mij.txt'), 'not ours');
    subject.advance(200 * day);
    await subject.tell(RunCompleted, RunCompleted.example, randomUUID());
    await eventually(() => subject.states(), { until: (states) => states.join() === 'sent,sent' });
    await subject.stop(before);
    const newest = (await files()).filter((name) => name.startsWith('2027'));

    subject.advance(166 * day);
    await subject.start(settings);
    await eventually(() => subject.messages(), { until: ({ length }) => length === 1 });
    await eventually(files, { until: ({ length }) => length === 2 });
    expect((await files()).sort()).toEqual([...newest, 'lees-mij.txt'].sort());
    expect(await subject.states()).toEqual(['sent']);
    expect(await subject.sql().all('SELECT count(*)::int AS notices FROM notice')).toEqual([{ notices: 1 }]);
  } finally {
    await subject.close();
    await rm(folder, { recursive: true, force: true });
  }
});
