import { addEveryLanguage } from "../../shared/panel/every-language.ts";
// In this order, and before the style of any one screen, which may change some of it.
import "../../shared/panel/panel.css";
import "./later.css";
import "./later-codes.css";

// The words that these screens share with the account's panel.
addEveryLanguage();
