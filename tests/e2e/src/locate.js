// Finds what a person would point at: by role and visible name, on top of everything else that is open.
const [role, name, within] = arguments;

const selectors = {
  button: "button:not([role]), [role=button]",
  checkbox: "input[type=checkbox]",
  combobox: "[role=combobox]",
  heading: "h1, h2, h3",
  link: "a[href]",
  menuitem: "[role^=menuitem]",
  radio: "input[type=radio]",
  textbox: "input:not([type=checkbox], [type=radio], [role]), textarea",
};

const words = (text) => text.replace(/\s+/g, " ").trim();

// The text without what is there only to be seen, such as icons and the keys on a button.
function textOf(element) {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
  return words(copy.textContent);
}

// What assistive technology would say, for the ways in which this app gives names.
function nameOf(element) {
  const label = element.getAttribute("aria-label");
  if (label) return words(label);
  if (element.labels?.length) return textOf(element.labels[0]);
  return textOf(element);
}

// A modal dialog makes all behind it inert.
const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
const scopes = within ? [...top.querySelectorAll(within)] : [top];
const candidates = scopes
  .flatMap((scope) => [...scope.querySelectorAll(selectors[role])])
  .filter((element) => element.checkVisibility({ visibilityProperty: true }));
// A card's label goes on after its title.
const found =
  candidates.find((element) => nameOf(element) === name) ??
  candidates.find((element) => role === "radio" && nameOf(element).startsWith(name));
return found ?? null;
