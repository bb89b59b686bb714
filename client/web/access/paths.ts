export const signInPath = (to: string): string => `/sign-in?${new URLSearchParams({ to })}`;

/** Where to go after signing in: a path of these pages, never another host's (`//host`, `/\host`). */
export const safePath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(to) ? to : '/';
