import { Textarea } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';

interface Props {
  label: string;
  description?: string;
  campo: UseFormRegisterReturn;
  error?: string | undefined;
  righe?: number;
}

/** Text of several lines: Enter goes on writing; what saves is Ctrl+Enter (`useCtrlInvio`). */
export function CampoTesto({ label, description, campo, error, righe = 3 }: Props) {
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={righe}
      maxRows={16}
      autoComplete="off"
      error={error}
      {...campo}
    />
  );
}
