import {
  Button,
  Checkbox,
  CheckboxIndicator,
  CloseButton,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  ModalCloseButton,
  ModalRoot,
  Notification,
  NumberInput,
  Radio,
} from "@mantine/core";
import { messages } from "../messages/index.ts";

const accent: MantineColorsTuple = [
  "#e8f4f3",
  "#cde6e4",
  "#97d4d0",
  "#5cc2be",
  "#3fa9a5",
  "#288a88",
  "#187877",
  "#0f6b6b",
  "#0b5757",
  "#084444",
];

/** Warm greys, so that Mantine's own dark surfaces are the product's. */
const dark: MantineColorsTuple = [
  "#ece9e4",
  "#c9c8c6",
  "#a6adb8",
  "#7c8490",
  "#4a5058",
  "#31363c",
  "#24282d",
  "#15171a",
  "#111315",
  "#0c0d0f",
];

const filledButton = {
  "--button-bg": "var(--fb-accent)",
  "--button-hover": "color-mix(in srgb, var(--fb-accent) 88%, var(--fb-ink))",
  "--button-color": "var(--fb-on-accent)",
};

/** Of an act that can't be undone; Mantine's own red under white words is too light to be read. */
const dangerButton = {
  "--button-bg": "var(--fb-stop)",
  "--button-hover": "color-mix(in srgb, var(--fb-stop) 88%, var(--fb-ink))",
  "--button-color": "var(--fb-surface)",
};

const closeLabel = { "aria-label": messages.ui.close };

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 3 },
  colors: { accent, dark },
  black: "#20242b",
  white: "#ffffff",
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: "0.875rem", sm: "0.875rem", md: "1rem", lg: "1.25rem", xl: "1.75rem" },
  headings: {
    fontFamily: '"Inter Variable", system-ui, sans-serif',
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.35" },
      h3: { fontSize: "1rem", lineHeight: "1.5" },
    },
  },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "6px", sm: "10px", md: "10px", lg: "10px", xl: "10px" },
  defaultRadius: 10,
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: Button.extend({
      defaultProps: { size: "md", fw: 550 },
      vars: (_, { variant = "filled", color }) => ({ root: variant === "filled" ? filledAs(color) : {} }),
    }),
    CloseButton: CloseButton.extend({ defaultProps: closeLabel }),
    ModalRoot: ModalRoot.extend({ defaultProps: { centered: true, transitionProps: { duration: 120 } } }),
    ModalCloseButton: ModalCloseButton.extend({ defaultProps: closeLabel }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: closeLabel } }),
    NumberInput: NumberInput.extend({ defaultProps: { hideControls: true } }),
    Input: Input.extend({ defaultProps: { size: "md" } }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: "md" } }),
    Radio: Radio.extend({ defaultProps: { size: "md" } }),
    // A ring means one of several, a square any of them: the usual roundness would make a ring of it.
    Checkbox: Checkbox.extend({ defaultProps: { size: "md", radius: "xs" } }),
    CheckboxIndicator: CheckboxIndicator.extend({ defaultProps: { radius: "xs" } }),
  },
});

/** Mantine's own names for the tokens of tokens.css. */
export const tokensForMantine: CSSVariablesResolver = () => {
  const variables = {
    "--mantine-color-body": "var(--fb-ground)",
    "--mantine-color-text": "var(--fb-ink)",
    "--mantine-color-dimmed": "var(--fb-muted)",
    "--mantine-color-placeholder": "var(--fb-muted)",
    "--mantine-color-default": "var(--fb-surface)",
    "--mantine-color-default-hover": "var(--fb-sunken)",
    "--mantine-color-default-color": "var(--fb-ink)",
    "--mantine-color-default-border": "var(--fb-line-strong)",
    "--mantine-color-accent-light-color": "var(--fb-accent)",
    "--mantine-color-accent-light-hover": "color-mix(in srgb, var(--fb-accent) 6%, var(--fb-surface))",
    "--mantine-color-accent-text": "var(--fb-accent)",
    "--mantine-color-anchor": "var(--fb-accent)",
    "--mantine-color-error": "var(--fb-stop)",
  };
  return { variables: {}, light: variables, dark: variables };
};

function filledAs(color: string | undefined) {
  if (color === "red") return dangerButton;
  return color ? {} : filledButton;
}
