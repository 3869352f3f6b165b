import { startPopup } from "../../popup/start.tsx";

startPopup();
