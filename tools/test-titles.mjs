import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * @param {string} file path of a spec
 * @returns {{ title: string, context: string }[]} every test of it with the titles of what it stands in
 */
export function testTitles(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  visit(source, '', found);
  return found;
}

function visit(node, context, found) {
  const block = ts.isCallExpression(node) ? blockOf(node) : undefined;
  if (block?.kind === 'it' || block?.kind === 'test') found.push({ title: block.title, context });
  const inner = block?.kind === 'describe' ? `${context} ${block.title}` : context;
  ts.forEachChild(node, (child) => visit(child, inner, found));
}

/** `it('…')`, `describe('…')`, and both with `.each(…)` in between. */
function blockOf(call) {
  const kind = rootName(call.expression);
  const [title] = call.arguments;
  if (!['it', 'test', 'describe'].includes(kind) || !title) return undefined;
  if (ts.isStringLiteralLike(title)) return { kind, title: title.text };
  return ts.isTemplateExpression(title) ? { kind, title: title.getText().slice(1, -1) } : undefined;
}

function rootName(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isCallExpression(expression) || ts.isPropertyAccessExpression(expression) ? rootName(expression.expression) : '';
}
