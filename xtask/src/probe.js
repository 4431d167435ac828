// Measures a page of the report from within: nothing may overflow, no text of the picture may leave its box, and every
// text must be told from what is behind it. Tells the page around it, which is as wide as a window cannot be made.
// Changes nothing but that it opens what is folded.
(() => {
  const problems = [];
  const root = document.documentElement;
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  const say = (what, element) => problems.push(what + ': <' + element.tagName + '> ' + element.textContent.trim().slice(0, 60));
  if (root.scrollWidth > window.innerWidth) { problems.push('the page is ' + root.scrollWidth + ' wide'); }
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (parts(colour).length === 3) { return colour; }
    }
    return 'rgb(255, 255, 255)';
  };
  const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  let measured = 0;
  document.body.querySelectorAll('*').forEach((element) => {
    if (element.closest('svg, .hidden, .skip, thead, script')) { return; }
    if (!element.closest('.scroll') && element.getBoundingClientRect().right > window.innerWidth + 1) { say('too wide', element); }
    if (!ownText(element)) { return; }
    measured += 1;
    const [one, other] = [getComputedStyle(element).color, behind(element)].map(luminance);
    if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5) { say('too faint', element); }
  });
  document.querySelectorAll('svg.box text').forEach((text) => {
    const room = text.closest('svg').width.baseVal.value - (text.classList.contains('name') ? 30 : 4);
    const { x, width } = text.getBBox();
    if (x + width > room) { say('out of its box by ' + Math.ceil(x + width - room), text); }
  });
  if (measured < 20) { problems.push('only ' + measured + ' texts were measured'); }
  parent.postMessage(window.innerWidth + ' wide: ' + (problems.slice(0, 10).join('; ') || 'sound'), '*');
})();
