// What every page brings to life. Pages work without any of it; live parts then say so.
import "./nothing-stored.js";
import "./forms.js";
import "./toasts.js";
import "./keys.js";
import "./walk.js";
import "./clocks.js";
import "./drafts.js";
import "./shut.js";
import "./idle.js";
import "./live.js";
import "./hold.js";
import "./calls.js";
import "./red-flags.js";
