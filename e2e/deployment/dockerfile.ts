/** One instruction of a Dockerfile, such as `RUN` and what it runs. */
export interface Instruction {
  readonly keyword: string;
  readonly text: string;
}

/** @returns the stages of a Dockerfile, each from its `FROM` on; what stands before the first is the stage 0 */
export function stagesOf(dockerfile: string): Instruction[][] {
  const stages: Instruction[][] = [[]];
  for (const instruction of instructionsOf(dockerfile)) {
    if (instruction.keyword === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

/** @returns the list in an instruction of the exec form. @throws SyntaxError where it has the shell form */
export function execForm(text: string): string[] {
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
}

function instructionsOf(dockerfile: string): Instruction[] {
  const withoutComments = dockerfile.replace(/^\s*#.*\n/gm, '');
  const lines = withoutComments.replace(/\\\n\s*/g, ' ').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [keyword = '', ...words] = line.trim().split(/\s+/);
    return { keyword: keyword.toUpperCase(), text: words.join(' ') };
  });
}
