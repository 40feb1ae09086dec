import { Textarea, type TextareaProps } from '@mantine/core';
import { readChiaveRecupero } from '../../domain/chiave-recupero.ts';
import { testi } from '../testi/index.ts';

/** Where a recovery key is typed from the paper. Once it is long enough, the group that does not agree is said at once. */
export function CampoChiave({ value, error, ...props }: TextareaProps & { value: string }) {
  const letta = value.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= 40 ? readChiaveRecupero(value) : null;
  return (
    <Textarea
      label={testi.recupero.chiave}
      description={testi.recupero.chiaveCosa}
      autosize
      minRows={2}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      value={value}
      {...props}
      error={letta && 'errore' in letta ? letta.errore : error}
    />
  );
}
