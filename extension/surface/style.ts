import "../../shared/ui/tokens.css";
import "../../shared/ui/controls.css";
import "../../shared/ui/forced-colors.css";
import "./popup.css";
import "../codes/codes.css";
import "../codes/compact.css";
