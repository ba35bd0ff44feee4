"""Pictures of claims: each a Vega-Lite chart whose title says what it shows; printed as SVG, PNG or its own JSON.

Shapes and strokes carry what colours say, so that all of it survives a grey printer. Needs the extra `charts`.
"""
