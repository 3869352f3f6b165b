import "../../shared/ui/tokens.css";
import "../../shared/ui/controls.css";
import "../../shared/ui/forced-colors.css";
import "../surface/popup.css";
import "./codes.css";
import "./compact.css";
