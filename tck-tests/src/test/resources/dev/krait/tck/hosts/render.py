def render(template, model, context):
    items = ''.join('<li>%s</li>' % item for item in model['items'])
    return template.replace('{title}', model['title']).replace('{items}', items)
