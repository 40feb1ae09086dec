import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

interface Props extends ButtonProps, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> {
  ref?: Ref<HTMLAnchorElement>;
}

function Ancora(props: Props) {
  return <Button component="a" variant="default" {...props} />;
}

/** A way to another page that looks like a button: a true link, with its address. */
export const LinkBottone = createLink(Ancora);
