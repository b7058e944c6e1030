import { failed, Info, isPromise, type Field, type Path, type Run, type Selection } from "./run.js";

type Data = Record<string, unknown>;

/** Executes what is asked of an object. Where all of it is ready, so is the answer; else that is a promise. */
export function executeFields(run: Run, { fields, Data }: Selection, source: unknown, path?: Path): unknown {
  const data = new Data();
  let promised: string[] | null = null;
  try {
    for (const field of fields) {
      const value = executeField(run, field, source, path);
      data[field.key] = value;
      if (isPromise(value)) (promised ??= []).push(field.key);
    }
  } catch (error) {
    if (promised === null) throw error;
    return settled(data, promised).finally(() => {
      throw error; // not before the others have come to an end, so that no rejection of theirs goes unheard
    });
  }
  return promised === null ? data : settled(data, promised);
}

/** Executes the fields of a mutation one after the other. */
export function executeSerially(run: Run, { fields, Data }: Selection, source: unknown): unknown {
  const next = (data: Data, field: Field): unknown => {
    const put = (value: unknown) => {
      data[field.key] = value;
      return data;
    };
    const value = executeField(run, field, source, undefined);
    return isPromise(value) ? value.then(put) : put(value);
  };
  return fields.reduce<unknown>(
    (data, field) => (isPromise(data) ? data.then((ready) => next(ready as Data, field)) : next(data as Data, field)),
    new Data(),
  );
}

async function settled(data: Data, promised: readonly string[]): Promise<Data> {
  const values = await Promise.all(promised.map((key) => data[key]));
  promised.forEach((key, index) => (data[key] = values[index]));
  return data;
}

/** Most fields are values that are properties of their object: with these nothing else is done, unless something is wrong. */
function executeField(run: Run, field: Field, source: unknown, beneath: Path | undefined): unknown {
  if (!field.isProperty) return resolve(run, field, source, beneath, undefined);
  let value: unknown;
  try {
    value = propertyOf(source, field.name);
    if (field.completeLeaf !== null && typeof value !== "function" && !isPromise(value)) {
      return field.completeLeaf(value);
    }
  } catch (cause) {
    return failed(run, field, new Info(run, field, beneath), field.isNullable, cause);
  }
  return resolve(run, field, source, beneath, value);
}

function resolve(run: Run, field: Field, source: unknown, beneath: Path | undefined, property: unknown): unknown {
  const info = new Info(run, field, beneath);
  try {
    const value =
      field.isProperty && typeof property !== "function"
        ? property
        : field.resolve(source, field.argsIn(run), run.context, info);
    const completed = isPromise(value) ? completedLater(info, value) : field.complete(info, info, value);
    return isPromise(completed) ? guarded(info, completed) : completed;
  } catch (cause) {
    return failed(run, field, info, field.isNullable, cause);
  }
}

function completedLater(info: Info, value: Promise<unknown>): Promise<unknown> {
  return value.then((ready) => info.field.complete(info, info, ready));
}

function guarded(info: Info, completed: Promise<unknown>): Promise<unknown> {
  const { run, field } = info;
  return completed.then(undefined, (cause: unknown) => failed(run, field, info, field.isNullable, cause));
}

function propertyOf(source: unknown, name: string): unknown {
  const hasProperties = (typeof source === "object" && source !== null) || typeof source === "function";
  return hasProperties ? (source as Data)[name] : undefined;
}
