import NotFound from "./(app)/not-found";
import { BareFrame } from "./bare-frame";

/** The same at addresses outside the frame. It is part of every page, so it loads nothing. */
export default function NotFoundAnywhere() {
  return (
    <BareFrame>
      <NotFound />
    </BareFrame>
  );
}
