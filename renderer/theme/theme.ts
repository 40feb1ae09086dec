import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The one accent, from its ground to its darkest; 8 is the light theme's, 4 the dark one's (tokens.css). */
const approdo: MantineColorsTuple = [
  '#e3f0f1',
  '#cbe4e7',
  '#a6d4da',
  '#84cad3',
  '#63c0cc',
  '#3ba3b0',
  '#1f8492',
  '#126d7a',
  '#0b5a66',
  '#08434d',
];

/** Mantine's dark greys, from text to ground, as the dark tokens have them. */
const dark: MantineColorsTuple = [
  '#e8e6e1',
  '#c9cdcf',
  '#9aa4ab',
  '#7d878e',
  '#2e363c',
  '#242b30',
  '#1a1f23',
  '#14181b',
  '#101417',
  '#0c1013',
];

const senzaMoto = { transitionProps: { duration: 0 } };

/** A panel's own header is not the page's banner. */
const testataPropria = { attributes: { header: { role: 'presentation' } } };

/** The one accent by its tokens: text on it is legible in both themes, which `autoContrast` decides for the light one only. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colori = defaultVariantColorsResolver(input);
  if (input.variant === 'filled') return { ...colori, color: 'var(--on-accent)' };
  if (input.variant === 'subtle') return { ...colori, color: 'var(--accent)', hover: 'var(--accent-ground)' };
  return colori;
};

/** Mantine over the tokens. `primaryShade` and `autoContrast` are what gives filled buttons AA contrast. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  colors: { approdo, dark },
  primaryColor: 'approdo',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  variantColorResolver,
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontFamily: 'var(--font)', fontWeight: '700', textWrap: 'wrap', sizes: {} },
  shadows: { md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { root: { height: 30, paddingInline: 12 } } },
    Menu: {
      // an open menu holds its items and nothing else, the first one in focus
      defaultProps: { ...senzaMoto, shadow: 'md', withInitialFocusPlaceholder: false, menuItemTabIndex: 0 },
    },
    Popover: { defaultProps: { ...senzaMoto, shadow: 'md' } },
    Tooltip: { defaultProps: { ...senzaMoto, openDelay: 250 } },
    Modal: {
      defaultProps: { ...senzaMoto, ...testataPropria, centered: true, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Drawer: {
      defaultProps: { ...senzaMoto, ...testataPropria, position: 'right', overlayProps: { backgroundOpacity: 0.2 } },
    },
    InputWrapper: { styles: { description: { fontSize: '0.75rem' }, error: { fontSize: '0.8125rem' } } },
    Select: { defaultProps: { comboboxProps: senzaMoto } },
    Combobox: { defaultProps: senzaMoto },
  },
});

/** Mantine's own variables say the tokens, so that one file decides every colour. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const variabili = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-placeholder': 'var(--soft)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--rule)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-disabled': 'var(--thin-rule)',
    '--mantine-color-disabled-color': 'var(--soft)',
    '--mantine-color-disabled-border': 'var(--rule)',
  };
  return { variables: {}, light: variabili, dark: variabili };
};
