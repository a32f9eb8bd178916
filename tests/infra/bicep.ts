/** Reads Bicep files with their grammar, so that tests can ask what is declared, given, used and said in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language, type Node, Parser } from 'web-tree-sitter';

export type Param = { readonly name: string; readonly decorators: readonly string[]; readonly node: Node };
export type Resource = {
  readonly file: string;
  readonly symbol: string;
  readonly type: string;
  readonly existing: boolean;
  /** The comment lines right above it. */
  readonly why: string;
  readonly body: Node;
};
export type Module = {
  readonly symbol: string;
  /** From the folder of `infra/`, with slashes. */
  readonly path: string;
  readonly given: ReadonlyMap<string, Node>;
};
export type BicepFile = {
  /** From the folder of `infra/`, with slashes. */
  readonly file: string;
  readonly root: Node;
  readonly params: ReadonlyMap<string, Param>;
  readonly vars: ReadonlyMap<string, Node>;
  readonly resources: readonly Resource[];
  readonly modules: readonly Module[];
  readonly outputs: ReadonlyMap<string, Param>;
};

export const infra = fileURLToPath(new URL('../../infra/', import.meta.url));

const require = createRequire(import.meta.url);

async function openParser(): Promise<Parser> {
  await Parser.init();
  const language = await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
  return new Parser().setLanguage(language);
}

/** Every Bicep file of `infra/`. */
export async function readBicepFiles(): Promise<ReadonlyMap<string, BicepFile>> {
  const parser = await openParser();
  const files = readdirSync(infra, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.bicep'));
  return new Map(files.map((file) => [file, read(parser, file, readFileSync(join(infra, file), 'utf8'))]));
}

/** A parameters file's values by name; to the grammar they are variables. */
export async function readParameters(file: string): Promise<ReadonlyMap<string, Node>> {
  const text = readFileSync(join(infra, file), 'utf8');
  const { root, vars } = read(
    await openParser(),
    file,
    text.replace(/^using .*$/m, '').replace(/^param /gm, 'var '),
  );
  if (root.hasError) throw new Error(`${file} is no parameters file`);
  return vars;
}

function read(parser: Parser, file: string, text: string): BicepFile {
  const root = parser.parse(text)?.rootNode;
  if (!root) throw new Error(`${file} could not be read`);
  const declared = (kind: string) => root.namedChildren.filter((one): one is Node => one?.type === kind);
  return {
    file,
    root,
    params: byName(declared('parameter_declaration').map(paramOf)),
    vars: new Map(declared('variable_declaration').map((one) => [nameOf(one), lastOf(one)])),
    resources: declared('resource_declaration').map((one) => resourceOf(file, one)),
    modules: declared('module_declaration').map((one) => moduleOf(file, one)),
    outputs: byName(declared('output_declaration').map(paramOf)),
  };
}

const byName = (all: readonly Param[]) => new Map(all.map((one) => [one.name, one]));
const nameOf = (declaration: Node) => declaration.namedChild(0)?.text ?? '';
const lastOf = (node: Node) => node.namedChild(node.namedChildCount - 1) ?? node;
const bare = (text: string) => text.replace(/^'|'$/g, '');

function paramOf(node: Node): Param {
  const before = node.previousNamedSibling;
  const decorators = before?.type === 'decorators' ? before.namedChildren.map((one) => one?.text ?? '') : [];
  return { name: nameOf(node), decorators, node };
}

function resourceOf(file: string, node: Node): Resource {
  const lines: string[] = [];
  for (let above = node.previousSibling; above; above = above.previousSibling) {
    if (above.text.trim() === '') continue;
    if (above.type !== 'comment') break;
    lines.unshift(above.text);
  }
  return {
    file,
    symbol: nameOf(node),
    type: bare(node.namedChild(1)?.text ?? ''),
    existing: node.children.some((one) => one?.type === 'existing'),
    why: lines.join('\n'),
    body: objectIn(lastOf(node)),
  };
}

function moduleOf(file: string, node: Node): Module {
  const path = posix.join(posix.dirname(file), bare(node.namedChild(1)?.text ?? ''));
  return { symbol: nameOf(node), path, given: propertiesOf(at(objectIn(lastOf(node)), 'params')) };
}

/** The object itself, or the one that a condition or a loop makes. */
function objectIn(node: Node): Node {
  return node.type === 'if_statement' || node.type === 'for_statement' ? objectIn(lastOf(node)) : node;
}

/** The properties of an object, by name. */
export function propertiesOf(node: Node | undefined): ReadonlyMap<string, Node> {
  const pairs = node?.namedChildren.filter((one): one is Node => one?.type === 'object_property') ?? [];
  return new Map(pairs.map((one) => [bare(nameOf(one)), lastOf(one)]));
}

/** What stands at that path of an object: `at(body, 'properties', 'sku')`. */
export function at(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((object, name) => propertiesOf(object).get(name), node);
}

/** Every node below, the node itself first. */
export function within(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap((one) => (one ? within(one) : []))];
}

/** The names that an expression takes from around it: no keys, no functions, no properties, no loop's own. */
export function namesUsed(root: Node): readonly { readonly name: string; readonly line: number }[] {
  return within(root)
    .filter((node) => node.type === 'identifier' && isUse(node) && !isOfLoop(node))
    .map(({ text, startPosition }) => ({ name: text, line: startPosition.row + 1 }));
}

function isUse(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (/_declaration$|^type$|^target_scope_assignment$/.test(parent.type)) {
    return !parent.namedChild(0)?.equals(node);
  }
  if (parent.type === 'object_property')
    return parent.namedChildCount > 1 && !parent.namedChild(0)?.equals(node);
  if (parent.type === 'call_expression') return !parent.childForFieldName('function')?.equals(node);
  if (parent.type === 'resource_expression') return !parent.childForFieldName('resource')?.equals(node);
  return parent.type !== 'decorator';
}

function isOfLoop(node: Node): boolean {
  for (let above = node.parent; above; above = above.parent) {
    if (above.type !== 'for_statement') continue;
    const own = above.childForFieldName('initializer') ?? above.namedChild(0);
    if (own?.text === node.text || own?.namedChildren.some((one) => one?.text === node.text)) return true;
  }
  return false;
}
