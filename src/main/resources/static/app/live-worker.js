// One stream for all tabs of this browser. A tab says hello with the address and bye when it goes.
const ports = new Set();
let source;
let state = "waiting";
let pause = 1000;

function tell(message) {
  for (const port of ports) port.postMessage(message);
}

function listen(address) {
  if (source) return;
  source = new EventSource(address);
  source.onopen = () => {
    pause = 1000;
    state = "live";
    tell({ state });
  };
  source.onmessage = ({ data }) => tell({ data });
  source.addEventListener("bye", () => {
    source.close();
    source = undefined;
    tell({ over: true });
  });
  source.onerror = () => {
    state = "lost";
    tell({ state });
    if (source?.readyState !== EventSource.CLOSED) return;
    source = undefined;
    setTimeout(() => ports.size && listen(address), pause);
    pause = Math.min(pause * 2, 30_000);
  };
}

onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data.bye) {
      ports.delete(port);
      if (ports.size) return;
      source?.close();
      source = undefined;
      return;
    }
    ports.add(port);
    port.postMessage({ state });
    listen(data.hello);
  };
  port.start();
};
