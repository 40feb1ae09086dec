import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { testi } from '../testi/index.ts';

export const ASPETTI: readonly { id: MantineColorScheme; icona: typeof IconSun }[] = [
  { id: 'light', icona: IconSun },
  { id: 'dark', icona: IconMoon },
  { id: 'auto', icona: IconDeviceDesktop },
];

/** Light, dark, or as the system says: the choice is kept on this computer. */
export function AspettoMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{testi.shell.aspetto}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(scelto) => setColorScheme(ASPETTI.find(({ id }) => id === scelto)?.id ?? 'auto')}
      >
        {ASPETTI.map(({ id, icona: Icona }) => (
          <Menu.RadioItem key={id} value={id} closeMenuOnClick rightSection={<Icona size={16} aria-hidden />}>
            {testi.shell.aspetti[id]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
