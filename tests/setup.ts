// type-graphql reads decorators' metadata through it, so it comes before any of them.
import "reflect-metadata";
