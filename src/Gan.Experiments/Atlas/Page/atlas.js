// Shows the numbers of a plot's lines under the pointer, and beneath a finger.
for (const chart of document.querySelectorAll("figure.chart > svg[data-x]")) {
  const figure = chart.parentElement, text = figure.querySelector(".hover"), cursor = figure.querySelector(".cursor");
  const number = name => Number(chart.dataset[name]), range = name => chart.dataset[name].split(" ").map(Number);
  const [left, top, width, height, x, y] = [number("left"), number("top"), number("width"), number("height"), range("x"), range("y")];
  const lines = [...figure.querySelectorAll("polyline")].map(line => ({ name: line.dataset.name, points: [...line.points].map(point => [point.x, point.y]) }));
  const value = (pixel, size, [from, to]) => from + pixel / size * (to - from);
  const show = number => String(Number(number.toPrecision(3)));
  const isPlane = "plane" in chart.dataset, steps = Number(chart.dataset.plane);
  const move = event => {
    const box = chart.getBoundingClientRect(), scale = chart.viewBox.baseVal.width / box.width;
    const at = [(event.clientX - box.left) * scale - left, (event.clientY - box.top) * scale - top];
    if (at[0] < 0 || at[0] > width) return;
    const found = new Map();
    for (const { name, points } of lines) {
      let best = null, least = Infinity, index = 0;
      points.forEach((point, i) => {
        const distance = isPlane ? Math.hypot(point[0] - at[0], point[1] - at[1]) : Math.abs(point[0] - at[0]);
        if (distance < least) [best, least, index] = [point, distance, i];
      });
      if (best && (isPlane || least < width / 10)) found.set(name, [value(best[0], width, x), value(height - best[1], height, y), index]);
    }
    if (!isPlane) {
      for (const [name, point] of [["x1", at[0] + left], ["x2", at[0] + left], ["y1", top], ["y2", top + height]]) cursor.setAttribute(name, point);
      cursor.removeAttribute("hidden");
    }
    const first = isPlane ? "" : `${chart.dataset.xlabel} = ${show(value(at[0], width, x))}: `;
    text.textContent = first + [...found].map(([name, point]) => isPlane ? `${name}${steps ? `, step ${steps * point[2]}` : ""}: (${show(point[0])}, ${show(point[1])})` : `${name} ${show(point[1])}`).join(" · ");
  };
  chart.addEventListener("pointermove", move);
  chart.addEventListener("pointerdown", move);
  chart.addEventListener("pointerleave", () => cursor.setAttribute("hidden", ""));
}
// Shows how a generator's points moved while it trained.
for (const film of document.querySelectorAll(".film")) {
  const bytes = Uint8Array.from(atob(film.dataset.frames), letter => letter.charCodeAt(0));
  const numbers = new Uint16Array(bytes.buffer), steps = film.dataset.steps.split(" "), size = numbers.length / steps.length;
  const points = [...film.querySelectorAll(".points circle")], side = film.querySelector("svg").viewBox.baseVal.width;
  const [slider, button, label] = ["input", "button", "output"].map(name => film.querySelector(name));
  let timer = 0;
  const draw = frame => {
    points.forEach((point, i) => {
      point.setAttribute("cx", numbers[frame * size + 2 * i] / 65535 * side);
      point.setAttribute("cy", (1 - numbers[frame * size + 2 * i + 1] / 65535) * side);
    });
    slider.value = frame;
    label.textContent = `step ${steps[frame]}`;
  };
  const stop = () => { clearInterval(timer); timer = 0; button.textContent = "play"; };
  slider.addEventListener("input", () => { stop(); draw(Number(slider.value)); });
  button.addEventListener("click", () => {
    if (timer) return stop();
    let frame = Number(slider.value) === steps.length - 1 ? 0 : Number(slider.value);
    button.textContent = "stop";
    timer = setInterval(() => { draw(frame); if (++frame === steps.length) stop(); }, 250);
  });
}
