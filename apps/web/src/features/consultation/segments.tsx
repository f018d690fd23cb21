import "./consultation.css";

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SegmentsOf<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  /** What stands for nothing recorded: drawn apart, with a gap. */
  readonly gapLabel: string;
  readonly value: Value | null;
  readonly isDisabled?: boolean;
  /** False where nothing is asked yet, so that nothing is not an answer either. */
  readonly isAsked?: boolean;
  readonly onChoose: (value: Value | null) => void;
}

/** One of a few, or nothing yet: nothing is drawn as a gap, so that it never looks like an answer. */
export function Segments<Value extends string>(segments: SegmentsOf<Value>) {
  const { label, options, gapLabel, value, isDisabled = false, isAsked = true, onChoose } = segments;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row in every browser
    <div className="fb-segments" role="group" aria-label={label} data-gap={value === null}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={value === option.value}
          disabled={isDisabled}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
      <button
        type="button"
        className="fb-segment-gap"
        aria-pressed={isAsked && value === null}
        disabled={isDisabled}
        onClick={() => onChoose(null)}
      >
        {gapLabel}
      </button>
    </div>
  );
}
