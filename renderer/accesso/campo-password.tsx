import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { testi } from '../testi/index.ts';

/** A password field whose eye says what it does. */
export function CampoPassword(props: PasswordInputProps) {
  const [visibile, setVisibile] = useState(false);
  const nome = visibile ? testi.accesso.nascondi : testi.accesso.mostra;
  return (
    <PasswordInput
      {...props}
      visible={visibile}
      onVisibilityChange={setVisibile}
      visibilityToggleButtonProps={{ 'aria-label': nome, 'aria-hidden': false, tabIndex: 0, title: nome }}
      visibilityToggleIcon={({ reveal }) =>
        reveal ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />
      }
    />
  );
}
