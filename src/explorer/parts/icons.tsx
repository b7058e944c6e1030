/** Symbols are drawn: where a machine has no font for them, a bolt or a tick would be an empty box. Each is 16 by 16. */
function Icon({ path, filled = false }: { readonly path: string; readonly filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill={filled ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export const BoltIcon = () => <Icon path="M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z" />;
export const TickIcon = () => <Icon path="m3 8.5 3.2 3.2L13 4.8" />;
export const RemoveIcon = () => <Icon path="m4.5 4.5 7 7M11.5 4.5l-7 7" />;
export const UnequalIcon = () => <Icon path="M3.5 6h9M3.5 10h9M10 3 6 13" />;
export const DashIcon = () => <Icon path="M4 8h8" />;
export const StarIcon = () => <Icon path="m8 1.8 1.9 4 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2.1.7-4.3-3.1-3 4.3-.6z" />;
export const PersonIcon = () => <Icon path="M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-5.5 6a5.5 5.5 0 0 1 11 0" />;
export const AwayIcon = () => <Icon path="M5 11 11 5M6 5h5v5" />;
export const ThemeIcon = () => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" />
    <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
  </svg>
);
