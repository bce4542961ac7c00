/** Walks a source for text that a user would see, for the test that holds all of it to the wording tables. */
import ts from 'typescript'

/** Attributes, options and properties whose value is shown or read out. */
const shown = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'ariaLabel',
  'buttonLabel',
  'children',
  'description',
  'detail',
  'error',
  'innerText',
  'label',
  'message',
  'placeholder',
  'textContent',
  'title',
  'toolTip',
])
const letter = /\p{L}/u
const han = /\p{Script=Han}/u
/** Sources that have Electron's parts at hand, straight or handed in. */
const opensWindows = /from '(?:electron(?:\/[a-z]+)?|[./]+(?:desktop\/)?electron-parts)'/
/** Begins with a capital and goes on after a space: prose, not a name, class or key. */
const prose = /^\p{Lu}\p{Ll}*[’']?\p{Ll}* \p{L}.*\p{Ll}/u

type Finding = readonly [line: number, text: string]

/**
 * Texts in `source` that would be shown without coming from a table, each with its line, from 1.
 * Comments and types are not looked at. In the window every attribute, option and sentence counts;
 * elsewhere Han does, and options where the file opens windows or menus.
 */
export function strayTexts(path: string, source: string, inWindow: boolean): readonly Finding[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kindOf(path))
  const found: Finding[] = []
  const looksIntoOptions = inWindow || opensWindows.test(source)
  const report = (node: ts.Node, text: string) => {
    found.push([file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text.trim()])
  }
  const reportValue = (value: ts.Expression | undefined) => {
    for (const [node, text] of valuesOf(value)) if (letter.test(text)) report(node, text)
  }

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (ts.isJsxText(node) && letter.test(node.text)) report(node, node.text)
    else if (ts.isJsxAttribute(node) && shown.has(node.name.getText())) {
      const given = node.initializer
      reportValue(given && (ts.isJsxExpression(given) ? given.expression : asLiteral(given)))
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      reportValue(node.expression)
    } else if (looksIntoOptions && ts.isPropertyAssignment(node) && shown.has(nameOf(node.name))) {
      reportValue(node.initializer)
    } else if (looksIntoOptions && isShownAssignment(node)) {
      reportValue(node.right)
    } else if (isText(node) && !ts.isImportDeclaration(node.parent)) {
      if (han.test(node.text) || (inWindow && prose.test(node.text))) report(node, node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found.filter(([line, text], index) =>
    found.every(([l, t], earlier) => earlier >= index || l !== line || t !== text),
  )
}

const kindOf = (path: string) => (path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
const nameOf = (name: ts.PropertyName) => name.getText().replace(/['"]/g, '')
const asLiteral = (node: ts.Node) => (ts.isStringLiteral(node) ? node : undefined)

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    node.kind === ts.SyntaxKind.TemplateHead ||
    node.kind === ts.SyntaxKind.TemplateMiddle ||
    node.kind === ts.SyntaxKind.TemplateTail
  )
}

function isShownAssignment(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    shown.has(node.left.name.text)
  )
}

/** The texts that an expression may come to: branches, joined parts; not what it compares or calls with. */
function valuesOf(value: ts.Expression | undefined): readonly (readonly [ts.Node, string])[] {
  if (!value) return []
  if (ts.isStringLiteralLike(value)) return [[value, value.text]]
  if (ts.isTemplateExpression(value)) {
    const parts = value.templateSpans.flatMap(({ expression, literal }) => [
      ...valuesOf(expression),
      [literal, literal.text] as const,
    ])
    return [[value.head, value.head.text], ...parts]
  }
  if (ts.isConditionalExpression(value)) {
    return [...valuesOf(value.whenTrue), ...valuesOf(value.whenFalse)]
  }
  if (ts.isBinaryExpression(value)) {
    const { operatorToken, left, right } = value
    if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return valuesOf(right)
    const joins = [
      ts.SyntaxKind.PlusToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ]
    return joins.includes(operatorToken.kind) ? [...valuesOf(left), ...valuesOf(right)] : []
  }
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((part) => valuesOf(part))
  if (
    ts.isParenthesizedExpression(value) ||
    ts.isAsExpression(value) ||
    ts.isSatisfiesExpression(value) ||
    ts.isNonNullExpression(value)
  ) {
    return valuesOf(value.expression)
  }
  return []
}
