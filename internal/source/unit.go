package source

import "bangvang/internal/diag"

// Block is one of data/blocks.yaml. Lead is a unit's id.
type Block struct {
	Place diag.Place
	ID    Value `key:"id"`
	Name  Value `key:"name"`
	Lead  Value `key:"lead?"`
}

// Unit is one of data/units.yaml.
type Unit struct {
	Place    diag.Place
	ID       Value   `key:"id"`
	Name     Value   `key:"name"`
	Short    Value   `key:"short?"`
	Aliases  []Value `key:"aliases?"`
	Kind     Value   `key:"kind"`
	Block    Value   `key:"block?"`
	Parent   Value   `key:"parent?"`
	Order    Value   `key:"order?"`
	Verified Value   `key:"verified"`
	Source   Value   `key:"source?"`
}

// Assignment is one of data/assignments.yaml: a target given to a unit, either one of the plan's or its own.
type Assignment struct {
	Place    diag.Place
	ID       Value `key:"id"`
	Unit     Value `key:"unit"`
	Target   Value `key:"target?"`
	Name     Value `key:"name?"`
	Measure  Value `key:"measure?"`
	Decimals Value `key:"decimals?"`
	Goal     Goal  `key:"goal"`
	Deadline Value `key:"deadline"`
	Sample   Value `key:"sample?"`
}

// Achievement is one of data/achievements.yaml.
type Achievement struct {
	Place   diag.Place
	ID      Value `key:"id"`
	Unit    Value `key:"unit"`
	Area    Value `key:"area"`
	Target  Value `key:"target?"`
	Text    Value `key:"text"`
	Value   Value `key:"value?"`
	Measure Value `key:"measure?"`
	Date    Value `key:"date"`
	Source  Value `key:"source?"`
	Sample  Value `key:"sample?"`
}
