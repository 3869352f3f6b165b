/** An element that a person types into: an input, a text area, or one that is editable. */
export type TypedInto = HTMLElement;

/** Whether it is one that a code could be typed into. */
export function isTypedInto(element: Element): element is TypedInto {
  if (element instanceof HTMLInputElement) {
    return !/^(hidden|checkbox|radio|button|submit|reset|file|image|range|color)$/.test(element.type);
  }
  if (element instanceof HTMLTextAreaElement) return true;
  // Of an editable part of a page only its outermost element is typed into.
  return (
    element instanceof HTMLElement && element.isContentEditable && !element.parentElement?.closest("[contenteditable]")
  );
}

/** Whether it has a value, as inputs have. */
export function hasValue(element: TypedInto): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** What is in it. */
export function textIn(element: TypedInto): string {
  return hasValue(element) ? element.value : (element.textContent ?? "");
}

/** Whether nothing has been typed into it; the blanks that an input mask shows are nothing. */
export function isEmpty(element: TypedInto): boolean {
  return /^[\s_\-–—•·.*#\u200b]*$/u.test(textIn(element));
}

/** Whether it takes no input as it is now. */
export function isLocked(element: TypedInto): boolean {
  return (
    (hasValue(element) && (element.readOnly || element.matches(":disabled"))) || element.closest("[inert]") !== null
  );
}
