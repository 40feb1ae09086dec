import { type NavigateOptions, useMatch, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

type Meta = Pick<NavigateOptions, 'to' | 'params'>;

/**
 * Goes on from an address that only chooses another one. Whoever went elsewhere while it was choosing stays where they went:
 * the answer that decides may come late, and the page that waits is on screen until the next one is there.
 */
export function Prosegui({ to, params }: Meta) {
  const router = useRouter();
  const navigate = useNavigate();
  const { pathname } = useMatch({ strict: false });
  // as text: the destination is the same while its words are
  const meta = JSON.stringify({ to, params });
  useEffect(() => {
    if (router.latestLocation.pathname !== pathname) return;
    void navigate({ ...(JSON.parse(meta) as Meta), replace: true } as NavigateOptions);
  }, [meta, pathname, router, navigate]);
  return null;
}
