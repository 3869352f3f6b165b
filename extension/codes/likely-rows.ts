/** What a row measures before the first one was; in pixels, as codes.css draws it. */
export const likelyHeight = 60;

/** What the list measures before it was; in pixels, as a popup has room for it. */
export const likelyRoom = 440;
