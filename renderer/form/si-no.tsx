import { Radio } from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { testi } from '../testi/index.ts';
import css from './form.module.css';

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  name: FieldPath<T>;
  label: string;
  description?: string;
}

/** Yes, no, or not said: the field holds `si`, `no` or ''. Arrows move, as in any group of radios. */
export function SiNo<T extends FieldValues>({ control, name, label, description }: Props<T>) {
  const { field } = useController({ control, name });
  return (
    <Radio.Group
      label={label}
      description={description}
      name={field.name}
      value={String(field.value ?? '')}
      onChange={field.onChange}
      onBlur={field.onBlur}
      ref={field.ref}
    >
      <div className={css['scelte']}>
        <Radio value="si" label={testi.comune.si} />
        <Radio value="no" label={testi.comune.no} />
        <Radio value="" label={testi.form.nonDetto} />
      </div>
    </Radio.Group>
  );
}
