import "../../shared/ui/tokens.css";
import "../../shared/ui/controls.css";
import "../../shared/ui/forced-colors.css";
import "../../shared/ui/ring-and-toast.css";
import "../surface/popup.css";
import "./codes.css";
import "./line.css";
import "./compact.css";
