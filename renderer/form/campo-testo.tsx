import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';

interface Props {
  label: string;
  description?: string;
  campo: UseFormRegisterReturn;
  error?: string | undefined;
  righe?: number;
}

/** Text of several lines: Ctrl+Enter saves the form, Enter goes on writing. */
export function CampoTesto({ label, description, campo, error, righe = 3 }: Props) {
  const onKeyDown = (e: KeyboardEvent<HTMLTextAreaElement>) => {
    if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    const { form } = e.currentTarget;
    // as Enter alone: what is on its way, or has nothing to save, is not sent; a key held down is one
    if (e.repeat || form?.querySelector<HTMLButtonElement>('[type="submit"]')?.disabled) return;
    form?.requestSubmit();
  };
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={righe}
      maxRows={16}
      autoComplete="off"
      error={error}
      onKeyDown={onKeyDown}
      {...campo}
    />
  );
}
