const texts: string[] = [];
let sheet: CSSStyleSheet | undefined;

/** Takes the text of a style sheet that a component imports: the build makes such a call of each import. */
export function addStyle(text: string): void {
  texts.push(text);
}

/** All styles of the elements in one sheet, which their shadow roots share. No policy for styles is asked for it. */
export function elementSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(texts.join("\n"));
  }
  return sheet;
}
