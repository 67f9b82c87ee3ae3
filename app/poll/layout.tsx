export { default } from "../answer/[token]/layout";
