package schema

// node is a part of a JSON Schema.
type node struct {
	Draft            string           `json:"$schema,omitempty"`
	Title            string           `json:"title,omitempty"`
	Description      string           `json:"description,omitempty"`
	Type             any              `json:"type,omitempty"` // a name or several
	Enum             []string         `json:"enum,omitempty"`
	EnumDescriptions []string         `json:"enumDescriptions,omitempty"`
	Pattern          string           `json:"pattern,omitempty"`
	PatternMessage   string           `json:"patternErrorMessage,omitempty"`
	MinLength        int              `json:"minLength,omitempty"`
	MaxLength        int              `json:"maxLength,omitempty"`
	Minimum          *int             `json:"minimum,omitempty"`
	Maximum          *int             `json:"maximum,omitempty"`
	Items            *node            `json:"items,omitempty"`
	Required         []string         `json:"required,omitempty"`
	MinProperties    int              `json:"minProperties,omitempty"`
	MaxProperties    int              `json:"maxProperties,omitempty"`
	Properties       map[string]*node `json:"properties,omitempty"`
	Additional       any              `json:"additionalProperties,omitempty"` // closed, or what every other key holds
	AnyOf            []*node          `json:"anyOf,omitempty"`
}

// closed is a mapping of which every key is known.
const closed = shut(false)

type shut bool

// scalar is how YAML may have read a text that has not been put in quotes.
var scalar = []string{"string", "number", "boolean"}

func list(of *node, says string) *node { return &node{Description: says, Type: "array", Items: of} }
